// A GET that answers a list of things is read page by page: 'limit' and 'after' in, 'next' out. Lists that cannot grow are named here.
const bounded = {
  '/eligibility/v1/me/portfolio': 'one line an incentive',
  '/provider-registry/v1/rules': 'one line a route to registration',
  '/provider-registry/v1/me/vat-regime': 'one line a change of one regime',
  '/provider-registry/v1/counsellors/{counsellor}/vat-regime': 'one line a change of one regime',
  '/session-claims/v1/survey-results': 'one line a question of the survey',
  '/session-claims/v1/survey-results/own': 'one line a question of the survey',
  '/payout/v1/ledger': 'one line an account of the ledger',
  '/payout/v1/budgets/{year}/course': 'at most one point a day',
  '/payout/v1/budgets/{year}/projection': 'one line a month',
  '/payout/v1/reconciliation': 'one line a kind of difference',
};

export default (operation, _, { path }) => {
  const url = path[1];
  const answer = operation.responses?.['200']?.content?.['application/json']?.schema;
  const lists = Object.entries(answer?.properties ?? {}).filter(([, p]) => p.type === 'array' && p.items?.type === 'object');
  if (/(\}|\/me|\/me\/application)$/.test(url) || bounded[url] || lists.length !== 1) return [];
  const asked = (operation.parameters ?? []).map((parameter) => parameter.name);
  const missing = ['after', 'limit'].filter((name) => !asked.includes(name));
  if (!answer.properties.next) missing.push('next in the answer');
  return missing.length === 0 ? [] : [{ message: `${url} answers '${lists[0][0]}' without ${missing.join(', ')}` }];
};
