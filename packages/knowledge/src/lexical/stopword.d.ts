declare module 'stopword' {
  type Words = readonly string[];
  export const ara: Words, bul: Words, cat: Words, ces: Words, dan: Words, deu: Words, ell: Words;
  export const eng: Words, est: Words, fin: Words, fra: Words, heb: Words, hin: Words, hrv: Words;
  export const hun: Words, ind: Words, ita: Words, jpn: Words, kor: Words, nld: Words, nob: Words;
  export const pol: Words, por: Words, ron: Words, rus: Words, slk: Words, slv: Words, spa: Words;
  export const swe: Words, tha: Words, tur: Words, ukr: Words, vie: Words, zho: Words, fas: Words;
}
