package io.retainer.compute.protocol;

/** What is wrong with a text, and where; lines and columns count from 1. */
public record Finding(int line, int column, String message, String advice) {}
