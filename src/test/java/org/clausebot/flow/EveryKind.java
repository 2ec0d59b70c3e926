package org.clausebot.flow;

/** A flow with every kind of step and answer, branches, conditions and a way back. */
final class EveryKind {
    static final String SOURCE = """
            title: Everything
            summary: Every kind of step.
            policy: social-media
            reviewed: 2026-11-22
            kind: report
            withhold-name: true
            keep: P1Y
            retention-why: A test.
            to:
              - send: [$whom]
            steps:
              - {id: now, say: Hello.}
              - {id: about, ask: "Is it about one of them?", as: subject, of: [headteacher, line-manager]}
              - {id: whom, ask: "To whom?", as: recipient, of: [headteacher, line-manager]}
              - id: how
                choose: How was it?
                options:
                  - {id: message, label: A message, also: [dm]}
                  - {id: phone, label: A phone call, go: call}
                  - {id: round, label: Once more, go: round}
              - {id: address, ask: "Where is it?", as: web-address, optional: true}
              - {id: call, ask: "When was it?", as: when, help: Such as yesterday.}
              - {id: day, ask: "Which day?", as: date, future: true, optional: true}
              - {id: seen, ask: "Did you see it?", as: yes-no}
              - {id: what, ask: "What was it?", as: long-text, when: {seen: "yes"}}
              - {id: count, ask: "How often?", as: number, min: 1, max: 9, unless: {how: [phone]}}
              - id: which
                ask: Which of these?
                as: choices
                options: [{id: red, label: Red}, {id: green, label: "Green, or nearly"}, {id: blue, label: Blue}]
              - {id: who, ask: "Who was it?", as: person, accused: true}
              - {id: files, ask: "Have you files?", as: evidence}
              - {id: name, ask: "What is your name?", as: name}
              - {id: check, confirm: "Is this right?", go: send}
              - {id: round, say: Then once more., go: how}
              - {id: send, submit: "Shall I send it?", after: Thank you.}
            """;

    private EveryKind() {}
}
