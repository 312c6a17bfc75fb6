/** Of one address there are many spellings, capitals and what stands behind a plus sign: the one that stands for all. In SQL, of the user `u`. */
export const spelledAlike = "regexp_replace(lower(u.email), '\\+[^@]*@', '@')";
