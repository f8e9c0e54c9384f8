import { describe, expect, it } from '@jest/globals';
import { checkEndpoint } from './check-endpoint.ts';
import { findLocalModels } from './find-local-models.ts';
import { startScriptedEndpoint } from './scripted-endpoint.ts';

const never = new AbortController().signal;

describe('looking at an endpoint', () => {
  it('lists its models', async () => {
    await using endpoint = await startScriptedEndpoint([], { models: ['a', 'b'] });
    await expect(checkEndpoint({ baseUrl: endpoint.baseUrl }, never)).resolves.toEqual(['a', 'b']);
  });

  it('says that nobody is there', async () => {
    await expect(checkEndpoint({ baseUrl: 'http://127.0.0.1:9/v1' }, never)).rejects.toMatchObject({
      code: 'model.unavailable',
    });
  });

  it('finds the servers that run here and leaves out the places where none does', async () => {
    await using endpoint = await startScriptedEndpoint([], { models: ['small'] });
    const places = [
      { server: 'Here', baseUrl: endpoint.baseUrl },
      { server: 'Gone', baseUrl: 'http://127.0.0.1:9/v1' },
    ];
    await expect(findLocalModels({ places })).resolves.toEqual([
      { server: 'Here', baseUrl: endpoint.baseUrl, models: ['small'] },
    ]);
  });
});
