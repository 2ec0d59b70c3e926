package org.clausebot.desk.view;

public record DeskFrame(String title, String school, String here, String csrf, String who) {}
