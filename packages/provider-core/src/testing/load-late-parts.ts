// Loads before any test what core loads late, so that mutation testing knows which lines run only once, as a module is loaded.
import '../fan-out/run-calls.ts';
import '../images/download-image.ts';
import '../input/load-input-images.ts';
import '../resilience/call-queue.ts';
import '../resilience/fail-over.ts';
import '../transport/encode-form.ts';
import '../transport/send-by-ky.node.ts';
import '../transport/undici/undici.node.ts';
