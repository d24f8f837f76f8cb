import { graphql } from '../../lib/graphql.js';

/** Codes that the words of one comment speak for, and which words. */
export const codingSuggestionsQuery = graphql(`
  query CodingSuggestions($taskId: ID!, $unitId: ID!) {
    codingSuggestions(taskId: $taskId, unitId: $unitId) {
      state
      learnedFrom
      suggestions {
        codeId
        likelihood
        withCode
        withoutCode
        words {
          word
          withCode
          withoutCode
          weight
          places {
            start
            end
          }
        }
      }
    }
  }
`);

export const setSuggestionsMutation = graphql(`
  mutation SetCodingSuggestions($taskId: ID!, $on: Boolean!) {
    setCodingSuggestions(taskId: $taskId, on: $on) {
      id
      suggestions
    }
  }
`);
