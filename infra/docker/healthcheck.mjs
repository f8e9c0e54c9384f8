// Asks the service in this container whether it is ready; the image has no curl.
const port = process.env.PERSONATE_HEALTH_PORT ?? process.env.PERSONATE_PORT ?? '8787';
try {
  const response = await fetch(`http://127.0.0.1:${port}/health/ready`, {
    signal: AbortSignal.timeout(3_000),
  });
  process.exit(response.ok ? 0 : 1);
} catch {
  process.exit(1);
}
