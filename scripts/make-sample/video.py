"""The demo video: seven drawn scenes, a moving pointer, captions, and a quiet chord."""
import subprocess
from brand import *

BUILD = Path('/tmp/sample-build/video')
W, H = 1280, 720


def frame(name, body, caption, dark=False):
    bar = f'<div style="position:absolute;left:0;right:0;bottom:0;height:92px;background:{DEEP};color:#fff;display:flex;align-items:center;padding:0 56px;gap:24px"><span style="font:700 30px Manrope;letter-spacing:-.01em">{caption}</span><span style="margin-left:auto;zoom:1.3">{logo(True).replace("<span class=", "<span style=color:#fff class=", 1)}</span></div>' if caption else ''
    to_png(f'<div style="position:relative;width:{W}px;height:{H}px;background:{TEAL if dark else "#e9efee"};overflow:hidden">{body}{bar}</div>', BUILD / f'{name}.png', W, H, 1)


def screen(html):
    return f'<div style="position:absolute;left:92px;top:44px;width:1096px"><div style="zoom:2.12;width:517px">{html}</div></div>'


def card(big, small):
    art = waves(4, 22, w=210, h=118, start=.42, sun=(171, 34, 11)).replace('<svg', f'<svg width={W} height={H}')
    return f'<div style="position:absolute;inset:0">{art}</div><div style="position:absolute;left:84px;top:210px;color:#fff;width:900px"><div style="zoom:2.4">{logo(True).replace("<span class=", "<span style=color:#fff class=", 1)}</div><div style="font:800 62px/1.1 Manrope;margin-top:30px;letter-spacing:-.02em">{big}</div><div style="font:400 28px Lato;color:#d5e8e7;margin-top:18px">{small}</div></div>'


def phone(answered):
    button = '<div style="background:#d9efe3;color:#1d6b46;font:700 25px Manrope;padding:20px;border-radius:16px;text-align:center">Accepted ✓</div>' if answered else f'<div style="display:grid;grid-template-columns:1fr 1fr;gap:14px"><div style="background:{MID};color:#fff;font:700 23px Manrope;padding:20px;border-radius:16px;text-align:center">Accept</div><div style="border:2px solid {MID};color:{TEAL};font:700 23px Manrope;padding:18px;border-radius:16px;text-align:center">Refuse</div></div>'
    row = lambda a, b, c='': f'<div style="display:flex;justify-content:space-between;padding:12px 0;border-bottom:1px solid {STONE};font:400 21px Lato"><span style="color:{GREY}">{a}</span><b style="{c}">{b}</b></div>'
    return (f'<div style="position:absolute;left:120px;top:150px;width:470px"><div style="font:800 44px/1.14 Manrope;color:{TEAL}">One question,<br>to the one who knows</div><div style="font:400 25px/1.45 Lato;color:#5d554d;margin-top:22px">A price differs by 4.2 percent, the tolerance is 4. The buyer sees contract and invoice, and decides.</div></div>'
            f'<div style="position:absolute;left:720px;top:26px;width:420px;height:590px;background:#fff;border-radius:44px;border:11px solid #20292b;padding:34px 26px;box-shadow:0 18px 50px #0003"><div style="font:700 25px Manrope;color:{TEAL};margin-bottom:6px">Pump seal kit</div><div style="font:400 19px Lato;color:{GREY};margin-bottom:12px">Bexley Maintenance · BM-5520</div>'
            + row('Contract', '€240.00') + row('Invoice', '€250.08', f'color:{CORAL}') + row('Difference', '+4.2%', f'color:{CORAL}') + row('Tolerance', 'up to 4%') + row('Invoice total', '€7,300.00') + f'<div style="margin-top:26px">{button}</div></div>')


def main():
    BUILD.mkdir(parents=True, exist_ok=True)
    reading = ui_inbox().replace('<span class="chip ok">Matched 3-way</span></td><td>Posts today 18:00', '<span class="chip info">Reading…</span></td><td>Arrived just now', 1)
    posted = ui_inbox().replace('<span class="chip ok">Matched 3-way</span></td><td>Posts today 18:00', '<span class="chip ok">Posted</span></td><td>Document 5100 22 871', 1)
    scenes = [('a', card('An invoice in sixteen seconds', 'Fennwick Flow, from arrival to posting'), '', 2.0), ('b', screen(reading), '1  It arrives, and is read in under a minute', 2.4), ('c', screen(ui_invoice()), '2  Order, receipt and price, line by line', 2.6),
              ('d', phone(False), '3  Only what differs goes to a person', 2.4), ('e', phone(True), '3  Only what differs goes to a person', 1.5), ('f', screen(posted), '4  Posted, with the trail of who decided what', 2.6), ('g', card('74% never need a touch', 'Median customer after six months'), '', 2.5)]
    for name, body, caption, _ in scenes: frame(name, body, caption, dark=not caption)
    to_png(f'<svg width="46" height="46" viewBox="0 0 46 46"><circle cx="23" cy="23" r="19" fill="{AMBER}" opacity=".55"/><circle cx="23" cy="23" r="9" fill="{AMBER}"/></svg>', BUILD / 'dot.png', 46, 46, 1)
    subprocess.run(['rsvg-convert', '-o', str(BUILD / 'dot.png'), '/dev/stdin'], input=f'<svg xmlns="http://www.w3.org/2000/svg" width="46" height="46"><circle cx="23" cy="23" r="19" fill="{AMBER}" opacity=".5"/><circle cx="23" cy="23" r="9" fill="{AMBER}"/></svg>'.encode(), check=True)
    fade, at, args, graph = .35, 0.0, [], ''
    for name, _, _, seconds in scenes: args += ['-loop', '1', '-t', str(seconds + fade), '-r', '20', '-i', str(BUILD / f'{name}.png')]
    args += ['-loop', '1', '-r', '20', '-i', str(BUILD / 'dot.png')]
    last = '0:v'
    for i in range(1, len(scenes)):
        at += scenes[i - 1][3]
        graph += f'[{last}][{i}:v]xfade=transition=fade:duration={fade if i != 4 else .12}:offset={at:.2f}[x{i}];'
        last = f'x{i}'
    total = sum(s[3] for s in scenes)
    # The pointer: down the inbox, over the invoice, onto the button.
    x = "if(lt(t,4.6),560+90*sin(t-2),if(lt(t,7.2),520+(t-4.6)*150,if(lt(t,9.2),1040-(t-7.2)*99,842)))"
    y = "if(lt(t,4.6),150+(t-2)*14,if(lt(t,7.2),250+(t-4.6)*70,if(lt(t,9.2),300+(t-7.2)*83,467)))"
    graph += f"[{last}][{len(scenes)}:v]overlay=x='{x}':y='{y}':enable='between(t,2.3,10.8)':shortest=1,format=yuv420p[v];"
    graph += f'sine=f=220:d={total}[s1];sine=f=277.2:d={total}[s2];sine=f=329.6:d={total}[s3];[s1][s2][s3]amix=inputs=3,volume=0.05,lowpass=f=600,afade=in:d=2,afade=out:st={total - 2.5:.2f}:d=2.4[a]'
    subprocess.run(['ffmpeg', '-y', '-loglevel', 'error', *args, '-filter_complex', graph, '-map', '[v]', '-map', '[a]', '-t', f'{total:.2f}', '-c:v', 'libvpx-vp9', '-b:v', '0', '-crf', '36', '-g', '40', '-row-mt', '1', '-deadline', 'good', '-cpu-used', '5', '-c:a', 'libopus', '-b:a', '32k', '-metadata', 'title=An invoice in sixteen seconds', '-metadata', 'artist=Fennwick', str(OUT / 'demo-approve-from-anywhere.webm')], check=True)
    print('video', total, 's', (OUT / 'demo-approve-from-anywhere.webm').stat().st_size // 1024, 'kB')


if __name__ == '__main__':
    main()
