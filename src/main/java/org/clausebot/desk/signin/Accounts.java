package org.clausebot.desk.signin;

import java.util.List;
import java.util.Optional;
import org.clausebot.policy.SchoolId;

/** Keeps accounts, passkeys, recovery codes and invitations. Each call is one transaction, on disk on return. */
public interface Accounts {
    Optional<Account> find(SchoolId school, String receiver);

    /** All of the school's accounts, by receiver id. */
    List<Account> all(SchoolId school);

    /** Changes an account that there is; does nothing when it has gone. */
    void change(SchoolId school, Account account);

    /**
     * Uses up a time step of the account's authenticator.
     *
     * @return false when this step, or a later one, was used before
     */
    boolean useStep(SchoolId school, String receiver, long step);

    /** Puts new recovery codes in the place of all earlier ones. */
    void recoveryCodes(SchoolId school, String receiver, List<String> hashes);

    /** Uses up a recovery code; false when it is none, or was used. */
    boolean useRecoveryCode(SchoolId school, String receiver, String hash);

    int recoveryCodesLeft(SchoolId school, String receiver);

    List<Passkey> passkeys(SchoolId school, String receiver);

    Optional<Passkey> passkey(SchoolId school, String id);

    /** Adds a passkey; false when its id is known already. */
    boolean addPasskey(SchoolId school, Passkey passkey);

    void removePasskey(SchoolId school, String receiver, String id);

    /** Notes a passkey's counter after a sign-in; false when another sign-in with it came between. */
    boolean usedPasskey(SchoolId school, Passkey before, long uses);

    /** Puts an invitation in the place of any earlier one of the same receiver. */
    void invite(SchoolId school, Invitation invitation);

    Optional<Invitation> invitation(SchoolId school, String hash);

    /**
     * Sets up an account with an invitation, which is used up by it.
     *
     * @param recoveryHashes of its recovery codes; may be empty
     * @return false when the invitation has gone or the receiver has an account by now; nothing is changed then
     */
    boolean accept(
            SchoolId school,
            String invitationHash,
            Account account,
            List<String> recoveryHashes,
            Optional<Passkey> passkey);

    /** Removes all that a receiver could sign in with, their sessions, and any invitation; true when there was any. */
    boolean remove(SchoolId school, String receiver);

    /** {@link #remove} and {@link #invite} in one. */
    void reset(SchoolId school, Invitation invitation);
}
