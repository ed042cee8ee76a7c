// What is asked for a list's rows when it is read by their key.

/**
 * The questions: `counted`, for the first page and how many rows there are; `behind(place)`, for the page behind a key; and whether
 * the rows have their key for these only (`hides`): it was not selected.
 */
export function questions({ params, page, key, groups, selectKey }) {
  const { filter, select, ...others } = params;
  const hides = selectKey && select?.length && !select.some((name) => name === key || name === "*");
  const query = { ...others, order: { [key]: "ASC" } };
  if (select?.length) query.select = hides ? [...select, key] : select;
  const { [`>${key}`]: _, ...conditions } = filter ?? {};
  // Alternatives become a group, or the key would be one of them.
  const kept = groups && Object.keys(conditions).some((name) => /^logic$/i.test(name)) ? { 0: filter } : conditions;
  return {
    hides,
    counted: { ...query, filter, [page]: 0 },
    // The key stands last: in a batch a reference takes its place.
    behind: (place) => ({ ...query, [page]: -1, filter: { ...kept, [`>${key}`]: `${place}` } }),
  };
}
