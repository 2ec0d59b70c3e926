package org.clausebot.chat.slack.wire;

import java.util.Optional;
import org.clausebot.seal.Hidden;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One workspace, whose token stands in the settings. */
final class SingleToken implements Tokens {
    private static final Logger LOG = LoggerFactory.getLogger(SingleToken.class);
    private final Access access;

    SingleToken(Hidden token) {
        this.access = new Access(token, "");
    }

    @Override
    public Optional<Access> of(String enterprise, String team) {
        return Optional.of(access);
    }

    @Override
    public void forget(String enterprise, String team, boolean wholeOrganisation) {
        LOG.error(
                "Slack says that the app was removed or its token revoked: install it again, and set SLACK_BOT_TOKEN anew");
    }
}
