// Loaded by Jest for each file: its `describe`, `test`, `expect` and so on, for globals.js.
module.exports = require('@jest/globals');
