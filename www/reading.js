// The worker that reads a report: the reader's wasm, asked by messages.
import start, { answer } from './halfyear-reading.js';

const ready = start();
self.onmessage = async ({ data: { id, question } }) => {
  await ready;
  self.postMessage({ id, answer: answer(question) });
};
