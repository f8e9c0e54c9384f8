export {
  startScriptedTuningEndpoint,
  type ScriptedTuningEndpoint,
} from './run/scripted-tuning-endpoint.ts';
