/** How a report calls a question, by its place among them from 0: "Q3". Variables are names for programs only. */
export const questionNumber = (at: number): string => `Q${at + 1}`;
