package org.clausebot.chat.web;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The conversations on show, in memory and nowhere else: at most {@value #MAX}, the one untouched for longest forgotten
 * first.
 */
final class Talks {
    private static final int MAX = 500;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Talk> bySession = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Talk> eldest) {
            return size() > MAX;
        }
    };

    synchronized Talk of(String session) {
        return bySession.computeIfAbsent(session, s -> new Talk(randomId()));
    }

    synchronized void forget(String session) {
        bySession.remove(session);
    }

    private String randomId() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
