const { load } = require('./command.js');

load().command.serve();
