/** The switches that this machine asks for: Chromium refuses to run its sandbox as root. */
export function sandboxArguments(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** For a virtual display: such a machine has no graphics card and no message bus either, so Chromium need not try, nor complain. */
export const quietArguments: readonly string[] = ['--disable-gpu', '--log-level=3'];

/** What the start line says about them. */
export function sandboxRemark(): string {
  return sandboxArguments().length > 0 ? ' Without Chromium’s sandbox, because you are root.' : '';
}
