package org.clausebot.chat.web.view;

/** A refusal or a mishap. */
public record NoticeView(Frame frame, String title, String text) {}
