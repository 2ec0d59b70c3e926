package org.clausebot.desk.view;

/**
 * A case on paper.
 *
 * @param printed by whom and when, in words
 */
public record CasePrintView(DeskFrame frame, CaseView theCase, String printed) {}
