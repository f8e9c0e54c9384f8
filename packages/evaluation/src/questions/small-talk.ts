/** What people say between questions: a long conversation is mostly this. */
export const smallTalk: readonly string[] = [
  'Good morning!',
  'How are you today?',
  'I had a long day.',
  'That is interesting.',
  'Thank you for telling me.',
  'It is raining here.',
  'I just made myself some tea.',
  'You are good company.',
  'I am not sure that I agree.',
  'Haha, that made me laugh.',
  'Let me think about that.',
  'My sister would like you.',
  'I read about that once.',
  'Sorry, I was away for a moment.',
  'Tell me more.',
  'What a week it was.',
  'I like how you put that.',
  'I would not have thought so.',
  'The neighbours are loud tonight.',
  'I should go to bed soon.',
  'One more question, then.',
  'Did I ask you that before?',
  'I cannot remember what I wanted to say.',
  'You must be tired of my questions.',
  'That reminds me of something.',
];

/** Where manner shows most. */
export const styleTalk: readonly string[] = [
  'Hello!',
  'How are you today?',
  'Thank you, that was kind.',
  'You are wonderful!',
  'I feel a bit low today.',
  'Goodbye!',
];
