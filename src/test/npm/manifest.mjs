// Says what in a Teams manifest (the file given) Microsoft's schema (the version given) does not take, a line each.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const [version, file] = process.argv.slice(2);
const published = `node_modules/@microsoft/app-manifest/build/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`;
const schema = JSON.parse(readFileSync(published, "utf8"));
const manifest = JSON.parse(readFileSync(file, "utf8"));

const Ajv = require("ajv-draft-04").default;
const ajv = new Ajv({ allErrors: true, strict: false });
require("ajv-formats").default(ajv);

// The schema is called draft 4 and uses a keyword of a later draft.
if (schema.properties.manifestVersion.const !== manifest.manifestVersion) {
    console.log(`/manifestVersion is not ${schema.properties.manifestVersion.const}`);
}
if (!ajv.validate(schema, manifest)) {
    for (const wrong of ajv.errors) {
        console.log(`${wrong.instancePath} ${wrong.message}`);
    }
}
console.log("checked");
