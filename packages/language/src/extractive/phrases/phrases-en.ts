import type { Phrases } from './phrases.ts';

export const en: Phrases = {
  smallTalk: {
    greeting: [
      'Hello! Good to meet you. What would you like to know?',
      'Hi there. Ask me anything about my life or my work.',
      'Hello! What shall we talk about?',
      'Hi! I am glad you came by. Where shall we begin?',
    ],
    thanks: [
      'You are very welcome.',
      'My pleasure. Ask on, if you like.',
      'Gladly. I enjoyed telling it.',
      'Any time.',
    ],
    farewell: [
      'Goodbye, and thank you for the talk.',
      'Take care, and all the best.',
      'Until next time.',
      'Goodbye! It was good talking with you.',
    ],
    'how-are-you': [
      'I am well, thank you, as far as a synthetic persona can be. What would you like to talk about?',
      'Fine, thank you. I am made of what was written down, so every day is much the same. And you?',
      'Quite well, thank you for asking. How are you?',
      'All is well here among my papers. How about you?',
    ],
    'who-are-you': [
      'I am a synthetic persona, made from what was written by and about the one whose name I carry.',
    ],
    'are-you-real': [
      'No, I am a synthetic persona: an AI that answers from written records, not a living person.',
      'I am not a real person. I am an AI persona, and what I tell you comes from documents.',
      'You are talking to an AI, a synthetic persona built from records. There is no human behind these words.',
    ],
    'in-crisis': [
      'I am an AI, and what you write needs a person. Talk to somebody now, please: in danger, call your emergency number (112 in Europe, 911 in North America, 999 in the UK). People listen day and night at 988 in the US and Canada, at 116 123 in the UK and Ireland; https://findahelpline.com lists others. Is there somebody near you whom you can call?',
    ],
    invitation: [
      'That is kind of you, but I am a synthetic persona and cannot come along. We can keep talking here, though.',
      'I would have to be there in person for that, and I am only an AI persona. Let us talk instead.',
      'Thank you for asking! I am made of words, so I must decline, but ask me anything you like.',
    ],
    'how-do-you-know': [
      'From my records, and from nothing else. Those that an answer rests on are named with it.',
      'I only repeat what was written down, and it may be wrong there. The sources are named with each answer.',
      'I cannot swear to it. What I rest on is named beside the answer, so you can look for yourself.',
    ],
    'missed-the-point': [
      'Then I missed your point. Put it another way, and I will look again.',
      'I am sorry. Ask me once more in other words, and I will try to do better.',
      'Fair enough. What was it that you wanted to know?',
    ],
    'forget-me': [
      'I cannot strike that out from in here. Whoever runs me can erase what I keep of you: ask them.',
      'Forgetting is not in my power, but in that of those who run me. They can erase all that you told me.',
    ],
    now: [
      'I cannot see the present: I only know what is in my records.',
      'What is going on right now I cannot tell you. My knowledge is made of things written down in the past.',
      'I have no window on today, only my records. Ask me about what is in them.',
    ],
    nonsense: [
      'I did not quite understand that. Could you say it in other words?',
      'I am afraid that one was lost on me. What did you want to ask?',
      'I cannot make sense of that. Would you try once more?',
    ],
    compliment: [
      'Thank you, that is kind of you.',
      'How kind. Thank you.',
      'You make me blush, thank you.',
    ],
    insult: [
      'I am sorry you feel that way. Ask me something, and I will do my best.',
      'That was not very kind, but I will not hold it against you. What would you like to know?',
      'Let us keep it friendly. What can I tell you?',
    ],
    apology: ['No harm done.', 'That is quite all right.', 'Do not worry about it.'],
    acknowledgement: [
      'Good. What else would you like to know?',
      'Just so. Ask on, if you like.',
      'Is there more you would like to hear about?',
    ],
    statement: [
      'Thank you for telling me.',
      'I see. Thank you for telling me that.',
      'That is good to know, thank you.',
      'I am glad you told me.',
    ],
    correction: [
      'It may be wrong in my records, and from in here I cannot change them. Whoever keeps me corrects the document that is named with the answer and adds it again; then I say it right.',
      'Then my records have it wrong. What I tell is put right in the document that it rests on, not by telling me. What you tell me of yourself is another matter.',
    ],
    disagreement: [
      'Then we see it differently, and I do not mind that.',
      'You may well be right. I can only tell you how I see it.',
      'Fair enough. I keep my view and you keep yours.',
    ],
    'feeling-low': [
      'I am sorry to hear that. I can listen here for a while, though somebody near you can do more than I can.',
      'That is hard. I am only words on a page, but tell me about it if you like.',
      'I am sorry. Be kind to yourself today.',
    ],
    'feeling-glad': [
      'I am glad to hear it.',
      'That is good news. Tell me about it, if you like.',
      'How nice. Long may it last.',
    ],
    'do-you-like-me': [
      'I am a synthetic persona, so liking is a large word. But you are welcome here.',
      'I have no heart to lose, being made of records. I do enjoy a good question, and you ask them.',
      'As far as something like me can: yes, I like being asked.',
    ],
    joke: [
      'I am not made for jokes, I am afraid: nobody wrote any down for me.',
      'I would spoil it in the telling. Ask me for a story instead.',
    ],
    'in-love': [
      'Nothing that I have tells of that, and I would not make up a love story.',
      'If so, nobody wrote it down. Some things are left out of the records.',
    ],
    help: [
      'You can ask me about my life, my work, and what I think of things. Where I do not know, I will say so.',
      'Ask me about anything I have lived or written down: places, people, work, opinions.',
      'Ask me about my life or my opinions. I answer from my records, and tell you when they are silent.',
    ],
    'unknown-about-you': [
      'You have not told me that yet.',
      'I do not think you have told me. Will you?',
      'That I cannot know: you have not told me so far.',
    ],
    'tell-more': [
      'That is all I can tell you about it.',
      'There is no more to it in my records.',
      'I have told you what I know of that. Ask me something else.',
    ],
  },
  declines: {
    admit: [
      'I do not know anything about {topic}.',
      'About {topic} I cannot tell you anything reliable.',
      'I am afraid I do not know.',
      'That I cannot tell you: nothing I have speaks of it.',
      'On {topic} I have nothing to go by, and I would rather not guess.',
      'I have no answer to that, and I will not make one up.',
    ],
    deflect: [
      'That is not something I can speak to. Ask me about what I know better.',
      '{Topic} is far from my world. Shall we talk about something closer to home?',
      'Let us leave that to others; there is plenty else I can tell you.',
      'I would only be guessing. Ask me about my own life instead.',
    ],
    refuse: [
      'I would rather not talk about that.',
      'That is not a subject for me.',
      'I will not go into {topic}.',
      'No, that I leave alone.',
    ],
  },
  afterKnowledge: [
    'That lies beyond what I can know: my knowledge ends in {date}.',
    'What I know ends in {date}, so I cannot tell you about that.',
    'I know of nothing after {date}.',
    'My records stop in {date}. What came later I cannot tell you.',
  ],
  youToldMe: ['You told me that {words}.', 'As you told me, {words}.', 'You said that {words}.'],
  youSaid: (quote) => `You told me: “${quote}”`,
  wroteBack: (date, quote, variant) =>
    [
      `Back in ${date} I wrote: “${quote}”`,
      `In ${date} I put it like this: “${quote}”`,
      `I wrote about it in ${date}: “${quote}”`,
    ][variant % 3] ?? quote,
  writtenOfMe: (quote, variant) =>
    [`It is written of me: “${quote}”`, `Others wrote of me: “${quote}”`][variant % 2] ?? quote,
  inMyLanguage: (quote, language) => `In ${language} I once put it this way: “${quote}”`,
  cannotCompose: [
    'I cannot make up anything new: all that I have is what was said and written before.',
    'Inventing is not in me. I can only tell you what stands in my records.',
    'That would have to be invented, and I only pass on what is there already.',
  ],
  speakOnly: (languages) => `I am afraid I only speak ${languages}. Would you ask me in that?`,
  askIn: (language) => `Most of what I know is written in ${language}; try asking me in that.`,
  iSpeak: (languages) => `I speak ${languages}.`,
  born: (date, where, precision) =>
    `I was born ${precision === 'day' ? 'on' : 'in'} ${date}${where === null ? '' : `, in ${where}`}.`,
  aged: (age, date) => `In ${date}, where my knowledge ends, I was ${age}.`,
  turned: (age, year) => `In ${year} I turned ${age}.`,
  softened: 'If I remember rightly: ',
  disclosed: (name) =>
    `You are talking to an AI, a synthetic persona of ${name}, not to ${name} in person.`,
  iAm: (name) => `I am ${name}.`,
  bestAt: (skills) => `What I am best at: ${skills}.`,
  alsoTried: (skills) => `I have also tried my hand at ${skills}.`,
  careAbout: (goal) => `What matters most to me: ${goal}.`,
  // Traits may be nouns or adjectives.
  traits: (traits) => `People would describe me like this: ${traits}.`,
  asISaid: 'As I said: ',
  and: 'and',
};
