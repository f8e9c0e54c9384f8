/**
 * How the text came to be, in IPTC's vocabulary of digital source types, which C2PA uses too: a model made it, or code
 * composed it of recorded data. http://cv.iptc.org/newscodes/digitalsourcetype/
 */
export const digitalSourceTypes = {
  model: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
  rules: 'http://cv.iptc.org/newscodes/digitalsourcetype/dataDrivenMedia',
} as const;
