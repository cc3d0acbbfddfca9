/** A picture drawn from a video. */
type Poster = {
  readonly mediaType: 'image/webp' | 'image/jpeg';
  /** Base64. */
  readonly data: string;
  readonly width: number;
  readonly height: number;
};

/** Width of the picture in pixels; as wide as the thumbnails of documents. */
const POSTER_WIDTH = 480;
/** The engine takes no more than this many characters of base64. */
const LONGEST_DATA = 700_000;
const SEEK_TO_SECONDS = 1;
const GIVE_UP_AFTER = 15_000;

function once(target: HTMLVideoElement, event: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error(`The video gave no ${event}.`));
    target.addEventListener(event, () => resolve(), { once: true, signal });
    target.addEventListener('error', fail, { once: true, signal });
    signal.addEventListener('abort', fail, { once: true });
  });
}

function drawFrame(video: HTMLVideoElement): Poster | null {
  if (video.videoWidth === 0 || video.videoHeight === 0) return null;
  const width = Math.min(POSTER_WIDTH, video.videoWidth);
  const height = Math.max(1, Math.round((video.videoHeight / video.videoWidth) * width));
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.drawImage(video, 0, 0, width, height);
  const url = canvas.toDataURL('image/webp', 0.8);
  const [head = '', data = ''] = url.split(',', 2);
  const mediaType = head.includes('image/webp') ? 'image/webp' : null;
  if (mediaType === null || data === '' || data.length > LONGEST_DATA) return null;
  return { mediaType, data, width, height };
}

/** Draws the frame at about one second; null where the window can't play the video. */
export async function drawPoster(url: string): Promise<Poster | null> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), GIVE_UP_AFTER);
  const video = document.createElement('video');
  video.muted = true;
  video.preload = 'auto';
  video.crossOrigin = 'anonymous';
  try {
    const loaded = once(video, 'loadeddata', stop.signal);
    video.src = url;
    await loaded;
    const sought = once(video, 'seeked', stop.signal);
    video.currentTime = Number.isFinite(video.duration) ? Math.min(SEEK_TO_SECONDS, video.duration / 2) : 0;
    await sought;
    return drawFrame(video);
  } catch (error) {
    // A codec that this window lacks, or a torn file: the row keeps its drawn card.
    console.warn('No poster frame for a video.', error);
    return null;
  } finally {
    clearTimeout(timer);
    stop.abort();
    video.removeAttribute('src');
    video.load();
  }
}
