// Loaded for its effect: it puts `pdfjsWorker` on the global object.
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
