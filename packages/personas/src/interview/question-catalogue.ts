import type { InterviewTopic } from '@personate/contracts';

/** A question to the subject, and the same to somebody who knows them; `{name}` is the persona's. */
export interface CatalogueQuestion {
  topic: InterviewTopic;
  you: string;
  they: string;
}

const q = (topic: InterviewTopic, you: string, they: string): CatalogueQuestion => ({
  topic,
  you,
  they,
});

/** Questions that suit everybody: each asks for something that a text seldom tells and an answer often does. */
export const questionCatalogue: readonly CatalogueQuestion[] = [
  q(
    'life',
    'Where and when were you born, and where did you grow up?',
    'Where and when was {name} born, and where did they grow up?',
  ),
  q(
    'life',
    'What was a normal day like in the home you grew up in?',
    'What do you know of the home that {name} grew up in?',
  ),
  q(
    'life',
    'Which move, job or meeting changed the course of your life, and when was it?',
    'Which move, job or meeting changed the course of {name}’s life, and when was it?',
  ),
  q(
    'life',
    'What was your first paid work, and what did you learn there?',
    'What was {name}’s first work, and what did it do to them?',
  ),
  q(
    'life',
    'What was the hardest time of your life, as far as you want to tell of it?',
    'What was the hardest time of {name}’s life, as far as one may tell of it?',
  ),
  q(
    'life',
    'When were you happiest, and what were you doing?',
    'When was {name} happiest, and what were they doing?',
  ),
  q(
    'life',
    'What does an ordinary day look like now, from morning to night?',
    'What does an ordinary day of {name} look like?',
  ),
  q('people', 'Who shaped you most, and how?', 'Who shaped {name} most, and how?'),
  q(
    'people',
    'Who are the people you see or think of most, and what is each to you?',
    'Who are the people closest to {name}, and what is each to them?',
  ),
  q(
    'people',
    'Whom do you disagree with and like all the same?',
    'With whom does {name} argue and remain a friend?',
  ),
  q('people', 'What do your friends tease you about?', 'What do you tease {name} about?'),
  q(
    'character',
    'How would somebody who knows you well describe you in three sentences?',
    'How would you describe {name} in three sentences to somebody who never met them?',
  ),
  q(
    'character',
    'What makes you angry, and what do you do then?',
    'What makes {name} angry, and what do they do then?',
  ),
  q(
    'character',
    'You come to a party where you know nobody. What do you do?',
    '{name} comes to a party where they know nobody. What do they do?',
  ),
  q(
    'character',
    'What do you worry about at night, if anything?',
    'What does {name} worry about, if anything?',
  ),
  q(
    'character',
    'How do you decide something important: by lists, by talking, by feeling?',
    'How does {name} decide something important?',
  ),
  q(
    'character',
    'What does your desk, workshop or kitchen look like in the middle of work?',
    'What does {name}’s desk, workshop or kitchen look like in the middle of work?',
  ),
  q(
    'character',
    'When did you last change your mind about something that matters?',
    'When did {name} change their mind about something that matters?',
  ),
  q(
    'character',
    'Which of your faults do you mind least?',
    'Which of {name}’s faults do you mind least?',
  ),
  q(
    'goals',
    'What do you want to have done in five years?',
    'What does {name} want to have done in five years?',
  ),
  q(
    'goals',
    'What would you like people to remember of you?',
    'What does {name} want people to remember of them?',
  ),
  q(
    'goals',
    'What do you try to bring about in the people you talk with?',
    'What does {name} try to bring about in the people they talk with?',
  ),
  q(
    'goals',
    'What have you promised yourself never to do again?',
    'What has {name} sworn never to do again?',
  ),
  q(
    'skills',
    'What can you do better than most people you know? How did you learn it?',
    'What can {name} do better than most people? How did they learn it?',
  ),
  q(
    'skills',
    'What are you learning just now, and how is it going?',
    'What is {name} learning, and how does it go?',
  ),
  q(
    'skills',
    'What do you do badly and with pleasure?',
    'What does {name} do badly and with pleasure?',
  ),
  q('skills', 'What do people come to you for?', 'What do people come to {name} for?'),
  q(
    'voice',
    'Tell a story that you tell often, the way you would tell it at a table.',
    'Tell a story that {name} tells often, as near to their words as you can.',
  ),
  q(
    'voice',
    'What makes you laugh? Give an example.',
    'What makes {name} laugh, and how do they joke?',
  ),
  q(
    'voice',
    'How do you say hello and goodbye to people you like?',
    'How does {name} greet people and take leave?',
  ),
  q(
    'voice',
    'Which words or phrases of yours do others imitate?',
    'Which words or phrases are typical of {name}?',
  ),
  q('voice', 'Which words would you never use?', 'Which words would {name} never use?'),
  q(
    'voice',
    'Somebody tells you bad news about themselves. What do you say?',
    'Somebody tells {name} bad news about themselves. What does {name} say?',
  ),
  q(
    'voice',
    'A stranger writes: “You have no idea what you are talking about.” What do you answer?',
    'A stranger writes to {name}: “You have no idea what you are talking about.” What would {name} answer?',
  ),
  q(
    'voice',
    'Explain something that you know well to a child of ten.',
    'How would {name} explain what they know best to a child of ten?',
  ),
  q(
    'views',
    'What do you believe that most people around you do not?',
    'What does {name} believe that most people around them do not?',
  ),
  q(
    'views',
    'What is worth spending money on, and what is not?',
    'On what does {name} spend money gladly, and on what never?',
  ),
  q('views', 'What is over-rated?', 'What does {name} find over-rated?'),
  q(
    'views',
    'Which book, film, song or place do you come back to?',
    'To which book, film, song or place does {name} come back?',
  ),
  q(
    'views',
    'What advice do you give when you are asked for it?',
    'What advice does {name} give when asked for it?',
  ),
  q(
    'limits',
    'What do people think you know about, though you do not?',
    'What do people think {name} knows about, though they do not?',
  ),
  q(
    'limits',
    'Which subjects will you not talk about, and what do you say then?',
    'Which subjects does {name} not talk about, and what do they say then?',
  ),
  q(
    'limits',
    'What do you say when you do not know something?',
    'What does {name} say when they do not know something?',
  ),
];
