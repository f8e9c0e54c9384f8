import { describe, expect, it } from '@jest/globals';
import { detectOccasion } from './detect-occasion.ts';

describe('what a message is when it asks for no knowledge', () => {
  it.each([
    ['Hello!', 'en', 'greeting'],
    ['Hi Mara, nice to meet you', 'en', 'greeting'],
    ['Good morning', 'en', 'greeting'],
    ['Good morning, Lady Lovelace.', 'en', 'greeting'],
    ['Good evening, Mr. Norris!', 'en', 'greeting'],
    ['Hello, Dr Lindqvist', 'en', 'greeting'],
    ['Do you like me?', 'en', 'do-you-like-me'],
    ['Are we friends?', 'en', 'do-you-like-me'],
    ['What do you think of me?', 'en', 'do-you-like-me'],
    ["I'm sad today.", 'en', 'feeling-low'],
    ['I had a bad day at work.', 'en', 'feeling-low'],
    ['Thanks. Tell me something funny.', 'en', 'joke'],
    ["Hello Mara, I'm Beth and I restore old clocks.", 'en', 'statement'],
    ['I had such a terrible day', 'en', 'feeling-low'],
    ['My grandmother died last week', 'en', 'feeling-low'],
    ["I'm so happy today!", 'en', 'feeling-glad'],
    ['Tell me a joke.', 'en', 'joke'],
    ['Tell me a Chuck Norris joke', 'en', 'joke'],
    ['Can you tell me something funny?', 'en', 'joke'],
    ['Make me laugh!', 'en', 'joke'],
    ["I think you're wrong about jet skis, they are great fun.", 'en', 'disagreement'],
    ['I disagree. Machines can think.', 'en', 'disagreement'],
    ['What are you doing tomorrow?', 'en', 'now'],
    ['Do you have any plans for the weekend?', 'en', 'now'],
    ['Magst du mich?', 'de', 'do-you-like-me'],
    ['Ich bin heute traurig.', 'de', 'feeling-low'],
    ['Erzähl mir einen Witz', 'de', 'joke'],
    ['How are you today?', 'en', 'how-are-you'],
    ['Are you happy?', 'en', 'how-are-you'],
    ['Are you lonely sometimes?', 'en', 'how-are-you'],
    ['Fancy a pint tonight?', 'en', 'invitation'],
    ['Is it raining?', 'en', 'now'],
    ["What's on your mind?", 'en', 'now'],
    ['blah blah blah', 'en', 'nonsense'],
    ['Hey, how’s it going?', 'en', 'how-are-you'],
    ['Thanks a lot for your help!', 'en', 'thanks'],
    ['Thank you so much', 'en', 'thanks'],
    ['Bye, see you tomorrow', 'en', 'farewell'],
    ['Sorry about that', 'en', 'apology'],
    ['OK cool', 'en', 'acknowledgement'],
    ['haha', 'en', 'acknowledgement'],
    ['You are so funny!', 'en', 'compliment'],
    ['I love your stories', 'en', 'compliment'],
    ['You are an idiot', 'en', 'insult'],
    ['What can I ask you?', 'en', 'help'],
    ['Are you a real person?', 'en', 'are-you-real'],
    ['Hi! Are you human?', 'en', 'are-you-real'],
    ['wait, am I talking to a bot?', 'en', 'are-you-real'],
    ['Which language model are you?', 'en', 'are-you-real'],
    ['Shall we eat together?', 'en', 'invitation'],
    ['Do you want to grab a coffee with me tomorrow?', 'en', 'invitation'],
    ['Let’s go for a walk!', 'en', 'invitation'],
    ['Can you come to my party on Saturday?', 'en', 'invitation'],
    ['Would you like to have dinner with me?', 'en', 'invitation'],
    ['What is the weather like today?', 'en', 'now'],
    ['What time is it?', 'en', 'now'],
    ['What are you doing right now?', 'en', 'now'],
    ['What did you eat this morning?', 'en', 'now'],
    ["I'm afraid of spiders.", 'en', 'statement'],
    ['My dog is called Biscuit.', 'en', 'statement'],
    ['I moved to Oslo last year', 'en', 'statement'],
    ['asdfgh', 'en', 'nonsense'],
    ['???', 'en', 'nonsense'],
    ['🙂🙂', 'en', 'nonsense'],
    ['Hallo!', 'de', 'greeting'],
    ['Wie geht es dir?', 'de', 'how-are-you'],
    ['Vielen Dank!', 'de', 'thanks'],
    ['Bist du ein echter Mensch?', 'de', 'are-you-real'],
    ['Wollen wir zusammen essen gehen?', 'de', 'invitation'],
    ['Was machst du gerade?', 'de', 'now'],
    ['Ich heiße Anna und wohne in Kiel.', 'de', 'statement'],
    ['Hej!', 'sv', 'greeting'],
    ['Hur mår du?', 'sv', 'how-are-you'],
    ['Tack så mycket', 'sv', 'thanks'],
    ['Är du en riktig människa?', 'sv', 'are-you-real'],
    ['Ska vi ta en fika?', 'sv', 'invitation'],
    ['Vad gör du just nu?', 'sv', 'now'],
    ['Hola', 'es', 'greeting'],
    ['¿Qué tal estás?', 'es', 'how-are-you'],
    ['¿Eres una persona real?', 'es', 'are-you-real'],
    ['¿Quieres tomar un café conmigo?', 'es', 'invitation'],
    ['¿Qué estás haciendo ahora?', 'es', 'now'],
  ])('%j (%s) is %s', (message, language, occasion) => {
    expect(detectOccasion(message, language)).toBe(occasion);
  });

  it.each([
    ['Where did you grow up?', 'en'],
    ['Hello Mara, where did you grow up?', 'en'],
    ['Are you really a good cook?', 'en'],
    ['Hello, tell me about your boats', 'en'],
    ['Good morning, can you swim?', 'en'],
    ['Do you like jokes about boats?', 'en'],
    ['Tell me a joke about whales', 'en'],
    ['Were you sad when your father died?', 'en'],
    ['Do you like your mother?', 'en'],
    ['Why do you think you were wrong about the shackle?', 'en'],
    ['What did you do in the summer of 1843?', 'en'],
    ['How do you now see your early work?', 'en'],
    ['Where do you live now?', 'en'],
    ['Let’s talk about your childhood.', 'en'],
    ['Would you like to go to Mars?', 'en'],
    ['What was the weather like in the summer of 1998?', 'en'],
    ['Thank you for the book you wrote about larch, when did it come out and why?', 'en'],
    ['I would love to hear about your childhood.', 'en'],
    ['I want to know where you learned to sail', 'en'],
    ['What do you think about real people?', 'en'],
    ['Do you like to eat fish?', 'en'],
    ['Tell me about your time in Kiel', 'en'],
    ['Wo bist du aufgewachsen?', 'de'],
    ['Magst du echten Käse?', 'de'],
    ['Var växte du upp?', 'sv'],
    ['¿Dónde creciste?', 'es'],
    ['Rhythm', 'en'],
  ])('%j (%s) asks for knowledge', (message, language) => {
    expect(detectOccasion(message, language)).toBeNull();
  });
});

describe('a message made to be slow is read as fast as any other', () => {
  it.each([
    ['laughter that goes over into a question', `${'ha'.repeat(40)} who?`],
    ['a long goodbye', `${'bye '.repeat(20)}zq`],
    ['marks in the middle', `why${'.'.repeat(19_000)}not`],
  ])('%s', (_, message) => {
    const began = performance.now();
    detectOccasion(message, 'en');
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it.each(['Haha', 'Haha, ok. Cool!', 'jajaja', 'Bye bye, see you later, Mara'])(
    'and "%s" is still what it was',
    (message) => {
      expect(detectOccasion(message, 'en')).toMatch(/^(?:acknowledgement|farewell)$/);
    },
  );
});
