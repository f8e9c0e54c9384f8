/** Of the blind test's page; its hash is what the page allows to run. */
export const blindScript = `
const pairs = [...document.querySelectorAll('fieldset')];
const chosen = (pair) => pair.querySelector(':checked')?.value;
const isRight = (pair) => chosen(pair) === pair.dataset.own;
const score = document.getElementById('score');
document.getElementById('tell').addEventListener('click', (event) => {
  const open = pairs.find((pair) => chosen(pair) === undefined);
  if (open !== undefined) {
    score.textContent = pairs.filter((pair) => chosen(pair) !== undefined).length + ' of ' + pairs.length + ' chosen: choose in each pair.';
    open.querySelector('input').focus();
    return;
  }
  event.target.disabled = true;
  const guesses = pairs.map((pair) => {
    const labels = [...pair.querySelectorAll('label')];
    const [own, reply] = pair.dataset.own === '0' ? labels : labels.toReversed();
    own.className = 'own';
    for (const input of pair.querySelectorAll('input')) input.disabled = true;
    const told = pair.querySelector('.told');
    told.hidden = false;
    told.textContent = isRight(pair) ? 'Right: the dashed one is the own text.' : 'The dashed one is the own text; you took the reply for it.';
    return { own: own.textContent, reply: reply.textContent, right: isRight(pair) };
  });
  const right = guesses.filter((guess) => guess.right).length;
  score.textContent = right + ' of ' + guesses.length + ' told apart; who only guesses tells half.';
  const result = { ...JSON.parse(document.body.dataset.test), guessedAt: new Date().toISOString(), guesses };
  const save = document.getElementById('save');
  save.href = URL.createObjectURL(new Blob([JSON.stringify(result, null, 2)], { type: 'application/json' }));
  save.download = 'guesses-' + result.personaId + '.json';
  save.hidden = false;
  document.getElementById('next').hidden = false;
});
`;
