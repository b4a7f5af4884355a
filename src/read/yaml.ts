/** The YAML parser, as a module that can be loaded when it is first needed. */
export { isMap, isNode, isPair, isScalar, isSeq, parse, parseDocument } from 'yaml';
