import StudyCore

extension Run {
  /// The lesson that a week names, or all of them.
  func lessons(_ week: String?, in roadmap: Roadmap) throws(StudyError) -> [Lesson] {
    guard let week else { return roadmap.lessons }
    do { return [try roadmap.findLesson(week)] } catch { throw .finding(error) }
  }

  /// The tasks that words name, each once; all or nothing.
  func tasks(_ words: [String], in roadmap: Roadmap) throws(StudyError) -> [Lesson.Task] {
    var tasks: [Lesson.Task] = []
    for word in words {
      do {
        let task = try roadmap.findTask(word).task
        if !tasks.contains(where: { $0.id == task.id }) { tasks.append(task) }
      } catch {
        throw .finding(error)
      }
    }
    return tasks
  }
}
