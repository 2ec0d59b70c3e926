package org.clausebot.chat;
