const asking =
  /\b(?:what do you think|what do you make|how do you feel about|do you (?:like|think|believe|prefer|agree)|your (?:view|opinion|advice|verdict)|should|would you (?:recommend|advise)|best way|how (?:should|would))\b/iu;
const giving =
  /(?<!\p{L})(?:I (?:\p{L}+ly )?(?:think|thought|believed?|like|liked|loved?|hated?|dislike|disliked|distrust|distrusted|preferr?(?:ed)?|admired?|find|regard|regarded|hold|held|doubt|doubted|trust|trusted|want|wish|hope|hoped|fear|respect|respected|enjoy|enjoyed|saw|can['’]t stand|am (?:for|against|in favour|fond)|['’]m (?:for|against|fond)|was of the opinion|have (?:a|no) (?:low |high )?(?:opinion|time|patience))|I['’]m (?:for|against|fond)|(?:my|in my|the) (?:view|opinion|advice|favou?rite)|for me|to my mind|should|ought|ich (?:finde|denke|glaube|mag|halte|liebe|hasse)|jag (?:tycker|tror|gillar|älskar|hatar))(?!\p{L})/iu;

/** It asks what the persona thinks of something. */
export const asksForView = (question: string): boolean => asking.test(question);

/** It says what somebody thinks, where other sentences tell what is. */
export const givesView = (sentence: string): boolean => giving.test(sentence);
