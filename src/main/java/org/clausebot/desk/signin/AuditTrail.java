package org.clausebot.desk.signin;

/** Hears of every change to somebody's access. */
@FunctionalInterface
public interface AuditTrail {
    /**
     * @param actor a receiver's id, {@code operator} for whoever runs the program's commands, or {@code nobody} for a
     *     person who has not signed in
     * @param action a few words and a receiver's id, such as {@code access reset amina-khan}; nothing that was typed
     */
    void record(String actor, String action);
}
