export {
  startScriptedEndpoint,
  type ScriptedEndpoint,
  type ScriptedReply,
  type ScriptedRequest,
} from './endpoint/scripted-endpoint.ts';
