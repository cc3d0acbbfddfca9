/** What pdf.js takes for granted, since it asks for Node 22.13, and Electron 33's Node 20 does not have; where it is there nothing is replaced. */
import 'core-js/actual/array/from-async.js';
import 'core-js/actual/array-buffer/index.js';
import 'core-js/actual/iterator/index.js';
import 'core-js/actual/promise/with-resolvers.js';
import 'core-js/actual/set/index.js';
import 'core-js/actual/url/parse.js';
