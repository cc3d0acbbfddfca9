/** The switches that this machine asks for: Chromium refuses to run its sandbox as root. */
export function sandboxArguments(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** What the start line says about them. */
export function sandboxRemark(): string {
  return sandboxArguments().length > 0 ? ' Without Chromium’s sandbox, because you are root.' : '';
}
