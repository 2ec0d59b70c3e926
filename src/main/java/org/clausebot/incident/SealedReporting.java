package org.clausebot.incident;

import java.util.List;
import java.util.Optional;
import org.clausebot.flow.Conversation;
import org.clausebot.flow.Flow;

/** {@link Reporting} over sealed rows. */
final class SealedReporting implements Reporting {
    private final Drafts drafts;
    private final Sending sending;
    private final FollowUp followUp;

    SealedReporting(Drafts drafts, Sending sending, FollowUp followUp) {
        this.drafts = drafts;
        this.sending = sending;
        this.followUp = followUp;
    }

    @Override
    public Optional<Unfinished> unfinished(Reporter reporter) {
        return drafts.of(reporter);
    }

    @Override
    public void keep(Reporter reporter, Flow flow, Conversation conversation) {
        drafts.keep(reporter, flow, conversation, false);
    }

    @Override
    public void pause(Reporter reporter, Flow flow, Conversation conversation) {
        drafts.keep(reporter, flow, conversation, true);
    }

    @Override
    public String laterCode(Reporter reporter) {
        return drafts.laterCode(reporter);
    }

    @Override
    public boolean hasAlready(Reporter reporter, String laterCode) {
        return drafts.hasAlready(reporter, laterCode);
    }

    @Override
    public Optional<Unfinished> resume(Reporter reporter, String laterCode) {
        return drafts.resume(reporter, laterCode);
    }

    @Override
    public void discard(Reporter reporter) {
        drafts.discard(reporter);
    }

    @Override
    public void firstStepsGiven(Reporter reporter, Flow flow) {
        drafts.firstStepsGiven(reporter, flow);
    }

    @Override
    public Evidence attach(Reporter reporter, String step, String fileName, byte[] content)
            throws EvidenceRefusedException {
        return drafts.attach(reporter, step, fileName, content);
    }

    @Override
    public void detach(Reporter reporter, String evidenceId) {
        drafts.detach(reporter, evidenceId);
    }

    @Override
    public List<Evidence> attached(Reporter reporter) {
        return drafts.attached(reporter);
    }

    @Override
    public Addressees addressees(Flow flow, Conversation conversation) {
        return sending.addressees(flow, conversation);
    }

    @Override
    public Receipt send(Reporter reporter, Flow flow, Conversation conversation) throws NobodyToReceiveException {
        return sending.send(reporter, flow, conversation);
    }

    @Override
    public Optional<Receipt> justSent(Reporter reporter) {
        return sending.justSent(reporter);
    }

    @Override
    public Optional<Sent> sent(String code) {
        return followUp.sent(code);
    }

    @Override
    public boolean add(String code, String words) {
        return followUp.add(code, words);
    }
}
