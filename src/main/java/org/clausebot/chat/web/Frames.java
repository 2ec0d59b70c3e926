package org.clausebot.chat.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.clausebot.chat.web.view.Frame;
import org.clausebot.http.Session;
import org.clausebot.policy.Policy;

/** What surrounds every page. */
final class Frames {
    private final Supplier<List<Policy>> policies;
    private final Frame.Links links;

    Frames(Supplier<List<Policy>> policies, Frame.Links links) {
        this.policies = policies;
        this.links = links;
    }

    Frame of(String title, String here, Session session) {
        String school = policies.get().stream()
                .map(p -> p.details().school())
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
        return new Frame(title, school, here, session.csrf(), links);
    }

    /** For people who have not signed in: says nothing of the school. */
    Frame bare(String title) {
        return new Frame(title, "", "", "", links);
    }
}
