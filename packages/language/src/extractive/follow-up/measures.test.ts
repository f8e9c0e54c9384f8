import { describe, expect, it } from '@jest/globals';
import { holdsMeasure, measureOf } from './measures.ts';

describe('a question that names its measure is answered only by what holds it', () => {
  it.each([
    ['What colour was the boat?', 'The boat was dark green.', 'The boat was old.'],
    ['How heavy is it?', 'It weighs eleven tons.', 'It has brass wheels.'],
    ['How fast is she?', 'She makes six knots.', 'She was built in 1922.'],
    ['How cold was it there?', 'It was four degrees.', 'The ice fries like bacon.'],
    ['How old was he?', 'He was a widower of forty-one.', 'He had met bankers there.'],
    ['Is he older than you?', 'My brother was born in 1982.', 'My brother bakes.'],
    ['How tall was it?', 'It was about a foot high.', 'He had a long screwdriver.'],
    ['How many came?', 'Twenty-six children said nothing.', 'The children said nothing.'],
    ['How much did it cost?', 'It cost €6,000.', 'It went down in ninety metres.'],
    ['How long did that take?', 'It took twelve hours.', 'I set a record.'],
    ['How long were you married?', 'We were married from 1958 until 1989.', 'We had sons.'],
    ['What became of him?', 'He died in 1952.', 'He had a moustache.'],
    ['Welche Farbe hatte das Boot?', 'Das Boot war grün.', 'Das Boot war alt.'],
    ['Wie lange dauerte das?', 'Das dauerte elf Wochen.', 'Das war am Kai.'],
    ['Wie alt ist er?', 'Er wurde 1982 geboren.', 'Er ist Bäcker.'],
    ['Vilken färg hade båten?', 'Båten var röd.', 'Båten var gammal.'],
    ['Hur länge satt du där?', 'Jag satt där en timme.', 'Jag lyssnade efter en motor.'],
    ['¿De qué color era el barco?', 'El barco era azul.', 'El barco era viejo.'],
    ['¿Cuántos años tiene?', 'Nació en 1982.', 'Es panadero.'],
  ])('%j: %j, not %j', (question, answer, other) => {
    const measure = measureOf(question);
    expect(measure).not.toBeNull();
    if (measure === null) return;
    expect(holdsMeasure(answer, measure)).toBe(true);
    expect(holdsMeasure(other, measure)).toBe(false);
  });

  it.each(['Why did you move?', 'Who found it?', 'What do you think of jet skis?'])(
    '%j names none',
    (question) => {
      expect(measureOf(question)).toBeNull();
    },
  );
});
