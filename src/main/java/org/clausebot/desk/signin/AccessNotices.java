package org.clausebot.desk.signin;

/** Tells a receiver by mail that there is something to read on the case desk. */
@FunctionalInterface
public interface AccessNotices {
    /** @param receiver the receiver's id in the school's settings */
    void tell(String receiver);
}
