// Runs the published libraries (ELM inside the FHIR Library files) in the JavaScript engine cql-execution against the
// example patients and compares every answer with care/content/tests/expected.csv. Exit code 1 when one differs.
const fs = require('fs');
const path = require('path');
const cql = require('cql-execution');
const fhir = require('cql-exec-fhir');

const content = path.join(__dirname, '..', '..', 'care', 'content');
const read = file => fs.readFileSync(path.join(content, file), 'utf8');

const elm = fs.readdirSync(path.join(content, 'input/resources/library')).map(file => {
  const attachment = JSON.parse(read(`input/resources/library/${file}`)).content
    .find(c => c.contentType === 'application/elm+json');
  return JSON.parse(Buffer.from(attachment.data, 'base64').toString('utf8'));
});
const repository = new cql.Repository(elm);
const expected = {};
read('tests/expected.csv').trim().split('\n').slice(1).forEach(line => {
  const [patient, rule, answer] = line.split(',');
  (expected[patient] ??= {})[rule] = answer;
});
const bundles = Object.keys(expected).map(id => JSON.parse(read(`tests/patients/${id}.json`)));

(async () => {
  let compared = 0;
  const differing = [];
  for (const library of elm) {
    const id = library.library.identifier.id;
    const rules = library.library.statements?.def.map(d => d.name).filter(n => /^[A-Z]+(-[A-Z]+)?-\d\d$/.test(n)) ?? [];
    if (rules.length === 0) continue;
    const source = fhir.PatientSource.FHIRv401();
    source.loadBundles(bundles);
    const executor = new cql.Executor(
      new cql.Library(library, repository), new cql.CodeService({}), { AsOf: cql.DateTime.parse('2026-11-01').getDate() });
    const results = await executor.exec(source, cql.DateTime.parse('2026-11-01T00:00:00.000+00:00'));
    for (const [patient, answers] of Object.entries(results.patientResults)) {
      for (const rule of rules) {
        compared++;
        const said = answers[rule] ?? 'MISSING';
        if (said !== expected[patient][rule]) {
          differing.push(`${patient} ${rule}: expected ${expected[patient][rule]}, ${id} in JavaScript says ${said}`);
        }
      }
    }
  }
  differing.slice(0, 40).forEach(line => console.log(line));
  console.log(`${compared} answers, ${differing.length} differ`);
  process.exit(differing.length === 0 && compared > 0 ? 0 : 1);
})();
