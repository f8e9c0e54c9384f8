const mark = 'data: [DONE]';

/**
 * A fetch that notices what the reader of an event stream does not tell: whether it came to its stated end, and that
 * something came at all. An endpoint that reads a long prompt may send nothing but comments for minutes.
 */
export function observeEnd(
  inner: typeof fetch,
  onSign: () => void = () => undefined,
): { fetch: typeof fetch; seen: () => boolean } {
  let seen = false;
  const watching: typeof fetch = async (...input) => {
    const response = await inner(...input);
    if (!response.ok || response.body === null) return response;
    const decoder = new TextDecoder();
    let tail = '';
    const watched = response.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(bytes, controller) {
          onSign();
          const text = tail + decoder.decode(bytes, { stream: true });
          seen ||= text.includes(mark);
          tail = text.slice(-mark.length);
          controller.enqueue(bytes);
        },
      }),
    );
    const { status, statusText, headers } = response;
    return new Response(watched, { status, statusText, headers });
  };
  return { fetch: watching, seen: () => seen };
}
