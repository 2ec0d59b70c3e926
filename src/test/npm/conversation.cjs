// Plays Teams' side of a conversation with Microsoft's own JavaScript library (botframework-connector): it makes and sends the
// activities, and reads what the bot says with the library's own mappers. First it prints the address of its connector; then
// it is given, as one line of JSON, the bot's address and a token; last it prints what it saw, as one line of JSON.
'use strict';
const assert = require('node:assert/strict');
const http = require('node:http');
const readline = require('node:readline');
const connector = require('botframework-connector');
const schema = require('botframework-schema');
const { createSerializer } = require('botbuilder-stdlib/lib/azureCoreHttpCompat');
const Mappers = require('botframework-connector/lib/connectorApi/models/mappers');

const serializer = createSerializer(Mappers);
const received = [];
const waiting = [];

function note(call) {
    received.push(call);
    for (const one of waiting.splice(0)) {
        one();
    }
}

async function next(wanted) {
    for (;;) {
        const at = received.findIndex(wanted);
        if (at >= 0) {
            return received.splice(at, 1)[0];
        }
        await new Promise((resolve, reject) => {
            const timer = setTimeout(() => reject(new Error('Nothing came from the bot')), 15_000);
            waiting.push(() => {
                clearTimeout(timer);
                resolve();
            });
        });
    }
}

/** Teams needs no names; the library's type has them. */
const named = (account) => ({ name: '', ...account });

/** What the bot sent, read as Microsoft's library reads it. */
function activity(body) {
    const read = serializer.deserialize(Mappers.Activity, JSON.parse(body), 'activity');
    for (const attachment of read.attachments ?? []) {
        schema.assertAttachment(attachment);
    }
    if (read.suggestedActions) {
        schema.assertSuggestedActions(read.suggestedActions);
    }
    schema.assertChannelAccount(named(read.from));
    schema.assertConversationAccount({ name: '', isGroup: false, conversationType: '', ...read.conversation });
    return read;
}

function serve() {
    const server = http.createServer((request, response) => {
        let body = '';
        request.setEncoding('utf8').on('data', (part) => (body += part)).on('end', () => {
            const path = decodeURIComponent(request.url);
            const say = (status, what) => {
                response.writeHead(status, { 'content-type': 'application/json' });
                response.end(JSON.stringify(what));
            };
            try {
                assert.match(request.headers.authorization ?? '', /^Bearer token-\d+$/);
                if (path.endsWith('/v3/conversations')) {
                    const wanted = serializer.deserialize(Mappers.ConversationParameters, JSON.parse(body), 'wanted');
                    schema.assertChannelAccount(named(wanted.bot));
                    wanted.members.forEach((member) => schema.assertChannelAccount(named(member)));
                    note({ kind: 'open', wanted });
                    say(201, serializer.serialize(Mappers.ConversationResourceResponse, { id: 'a:opened' }, 'answer'));
                } else if (path.includes('/members/')) {
                    note({ kind: 'member' });
                    say(200, { id: '29:teacher', name: 'Rosa Hart', userRole: 'user', tenantId: tenantId });
                } else {
                    const conversation = path.match(/\/v3\/conversations\/(.*)\/activities/)[1];
                    note({ kind: request.method, path, conversation, activity: activity(body) });
                    say(201, serializer.serialize(Mappers.ResourceResponse, { id: '1:42' }, 'answer'));
                }
            } catch (fault) {
                note({ kind: 'fault', fault: String(fault) });
                say(400, { error: { code: 'BadSyntax', message: String(fault) } });
            }
        });
    });
    return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

let tenantId = '';

/** The credentials of Teams' service: the token that it was given. */
const credentials = (token) => ({
    isValidAppId: async () => true,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
        signRequest: async (request) => {
            request.headers.set('Authorization', token);
            return request;
        },
    }),
});

async function talk(service, { bot, app, tenant, token, metadata }) {
    tenantId = tenant;
    // The library takes the token too, by the same keys: so the test signs as Microsoft does.
    connector.ChannelValidation.OpenIdMetadataEndpoint = metadata;
    const identity = await connector.ChannelValidation.authenticateChannelTokenWithServiceUrl(
        token, credentials(token), service, 'msteams');
    assert.equal(identity.getClaimValue('aud'), app);

    const client = connector.BotFrameworkAuthenticationFactory.create(
        undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, credentials(token))
        .createBotFrameworkClient();
    let number = 0;
    const send = async (type, conversation, more) => {
        const made = serializer.deserialize(Mappers.Activity, {}, 'made');
        Object.assign(made, schema.ActivityEx.createMessageActivity(), {
            type,
            id: 'f:' + ++number,
            timestamp: new Date(),
            channelId: schema.Channels.Msteams,
            from: { id: '29:teacher', name: 'Rosa Hart', aadObjectId: 'aad-teacher', role: schema.RoleTypes.User },
            recipient: { id: '28:' + app, name: 'Clausebot' },
            conversation: { name: '', isGroup: conversation.startsWith('19:'), tenantId: tenant, id: conversation,
                conversationType: conversation.startsWith('19:') ? 'channel' : 'personal' },
            channelData: { tenant: { id: tenant } },
            serviceUrl: service,
            ...more,
        });
        serializer.serialize(Mappers.Activity, made, 'activity');
        return client.postActivity('', '', bot, service, conversation, made);
    };
    const saw = {};

    const hello = await send('message', 'a:own', { text: 'Hello', textFormat: schema.TextFormatTypes.Plain });
    assert.equal(hello.status, 200);
    await next((call) => call.kind === 'POST' && call.activity.type === schema.ActivityTypes.Typing);
    const greeting = await next((call) => call.kind === 'POST' && call.activity.text);
    assert.equal(greeting.conversation, 'a:own');
    assert.equal(greeting.activity.textFormat, 'plain');
    saw.greeting = greeting.activity.text;
    saw.suggested = greeting.activity.suggestedActions.actions.map((action) => [action.type, action.title, action.value]);
    const quote = await next((call) => call.kind === 'POST' && call.activity.attachments);
    assert.equal(quote.activity.attachments[0].contentType, 'application/vnd.microsoft.card.adaptive');
    saw.card = quote.activity.attachments[0].content;
    saw.summary = quote.activity.summary;

    const mention = await send('message', '19:staff@thread.tacv2;messageid=17', {
        text: '<at>Clausebot</at> in the channel',
        entities: [{ type: 'mention', text: '<at>Clausebot</at>', mentioned: { id: '28:' + app, name: 'Clausebot' } }],
    });
    assert.equal(mention.status, 200);
    const reply = await next((call) => call.kind === 'POST' && call.activity.text);
    saw.thread = [reply.conversation, reply.activity.text];

    const pressed = await send('invoke', 'a:own', {
        name: 'adaptiveCard/action',
        replyToId: '1:42',
        value: { action: { type: 'Action.Execute', verb: 'vote', data: { value: 'yes' } } },
    });
    assert.equal(pressed.status, 200);
    assert.equal(pressed.body.statusCode, 200);
    saw.pressed = pressed.body;

    const replaced = await next((call) => call.kind === 'PUT');
    saw.replaced = replaced.path;

    const dialog = await send('invoke', 'a:own', { name: 'task/fetch', value: { data: { verb: 'window' } } });
    saw.dialog = dialog.body.task;

    const search = await send('invoke', 'a:own', {
        name: 'composeExtension/query',
        value: { commandId: 'policy', parameters: [{ name: 'words', value: 'parent' }] },
    });
    search.body.composeExtension.attachments.forEach((attachment) => schema.assertAttachment(attachment));
    saw.search = search.body.composeExtension;

    const opened = await next((call) => call.kind === 'open');
    saw.opened = opened.wanted.members[0].id;
    const proactive = await next((call) => call.kind === 'POST' && call.activity.text);
    saw.proactive = [proactive.conversation, proactive.activity.text];

    const update = await send('installationUpdate', 'a:own', { action: schema.InstallationUpdateActionTypes.Remove });
    assert.equal(update.status, 200);

    assert.deepEqual(received.filter((call) => call.kind === 'fault'), []);
    return saw;
}

(async () => {
    const server = await serve();
    const service = `http://127.0.0.1:${server.address().port}/emea/`;
    console.log(service);
    const line = await new Promise((resolve) => readline.createInterface({ input: process.stdin }).once('line', resolve));
    try {
        console.log(JSON.stringify(await talk(service, JSON.parse(line))));
    } catch (fault) {
        console.log(JSON.stringify({ fault: String(fault.stack ?? fault), received: received.map((call) => call.fault ?? call.kind) }));
        process.exitCode = 1;
    }
    process.exit();
})();
