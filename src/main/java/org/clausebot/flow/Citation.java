package org.clausebot.flow;

/**
 * A clause that a flow shows or relies on, with its words as they were when a person reviewed the flow.
 *
 * @param address of the clause within the flow's policy, such as {@code 2.1.5}
 * @param hash the first 12 hexadecimal digits of the SHA-256 of the clause's statement in UTF-8
 * @param line where it stands in the flow's file
 */
public record Citation(String address, String hash, int line) {}
