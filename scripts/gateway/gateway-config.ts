/** Loopback ports of a gateway and of what it stands on. */
export type GatewayPorts = {
  readonly gateway: number;
  readonly monitor: number;
  readonly monitorOld: number;
};

/** Ceph's configuration for one monitor, one store in memory and one gateway, without authentication between them. */
export function gatewayConfig(folder: string, fsid: string, ports: GatewayPorts): string {
  return `[global]
fsid = ${fsid}
mon initial members = a
mon host = [v2:127.0.0.1:${ports.monitor},v1:127.0.0.1:${ports.monitorOld}]
public addr = 127.0.0.1
cluster addr = 127.0.0.1
auth cluster required = none
auth service required = none
auth client required = none
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pgp num = 1
osd pool default pg autoscale mode = off
mon allow pool size one = true
osd crush chooseleaf type = 0
mon warn on pool no redundancy = false
osd objectstore = memstore
memstore device bytes = 4294967296
osd max object name len = 256
osd data = ${folder}/osd
mon data = ${folder}/mon
mgr data = ${folder}/mgr
run dir = ${folder}/run
admin socket = ${folder}/run/$name.asok
pid file = ${folder}/run/$name.pid
log file = ${folder}/log/$name.log
keyring = ${folder}/keyring
mon cluster log file = ${folder}/log/cluster.log
osd op threads = 1
ms bind ipv6 = false
[client.rgw]
rgw frontends = beast endpoint=127.0.0.1:${ports.gateway}
rgw thread pool size = 64
rgw gc max objs = 1
rgw num rados handles = 1
rgw enable usage log = false
rgw enable ops log = false
rgw lc debug interval = -1
rgw zone = default
`;
}
